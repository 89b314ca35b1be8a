"""The law that an act rests on, as each language writes it."""

import pytest
from django.utils import translation

from motcua.counter.law_cited import cited
from motcua.dossiers.law import Article, decree, law, one_stop
from motcua.dossiers.lifecycle import TABLE
from motcua.dossiers.states import Verb

ACCEPT = next(rule for rule in TABLE if rule.verb is Verb.ACCEPT)


@pytest.mark.parametrize(
    ("language", "accept", "ask", "signs"),
    [
        (
            "vi",
            "Nghị định 118/2025 (Điều 17 Nghị định 61/2018)",
            "Nghị định 118/2025 (khoản 3 Điều 15, Điều 17 Nghị định 61/2018)",
            "Điều 7 Luật 60/2014; Nghị định 30/2020",
        ),
        (
            "en",
            "Decree 118/2025 (Article 17 of Decree 61/2018)",
            "Decree 118/2025 (Article 15(3), Article 17 of Decree 61/2018)",
            "Article 7 of Law 60/2014; Decree 30/2020",
        ),
        (
            "hi",
            "अध्यादेश 118/2025 (अध्यादेश 61/2018 का अनुच्छेद 17)",
            "अध्यादेश 118/2025 (अध्यादेश 61/2018 का अनुच्छेद 15(3), अनुच्छेद 17)",
            "क़ानून 60/2014 का अनुच्छेद 7; अध्यादेश 30/2020",
        ),
    ],
)
def test_an_article_is_written_as_each_language_does(
    language: str, accept: str, ask: str, signs: str
) -> None:
    with translation.override(language):
        assert cited(ACCEPT.article) == accept
        assert cited(one_stop(Article(15, 3), Article(17))) == ask
        assert cited((law("60/2014", Article(7)), decree("30/2020"))) == signs
        assert cited(()) == ""
