"""A basis in law as the reader's language writes it."""

from django.utils.translation import gettext as _

from motcua.dossiers.law import Article, Basis, Citation, Kind


def cited(basis: Basis) -> str:
    """``Nghị định 118/2025 (Điều 17 Nghị định 61/2018)``; several texts with a semicolon."""
    return "; ".join(_one(citation) for citation in basis)


def _one(citation: Citation) -> str:
    text = _text(citation)
    if citation.articles:
        articles = ", ".join(_article(one) for one in citation.articles)
        text = _("%(articles)s of %(text)s") % {"articles": articles, "text": text}
    return f"{text} ({_one(citation.core)})" if citation.core else text


def _text(citation: Citation) -> str:
    if citation.kind is Kind.LAW:
        return _("Law %(number)s") % {"number": citation.text}
    return _("Decree %(number)s") % {"number": citation.text}


def _article(article: Article) -> str:
    facts = {"number": article.number, "clause": article.clause}
    if article.clause is None:
        return _("Article %(number)s") % facts
    return _("Article %(number)s(%(clause)s)") % facts
