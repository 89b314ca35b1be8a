"""Files in pieces, by the tus protocol: for whoever holds the draft that they are for."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from motcua.dossiers.arriving import actions, queries
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.origin import origin_of
from motcua.portal.tus import answered, brings_a_piece, piece_of, said_of, until
from motcua.portal.visitor import holder


@opens(to=PUBLIC, brings=True)
def arrivals(request: Visit) -> HttpResponse:
    """Where a file begins to come."""
    return answered(request, {"POST": lambda: _begun(request)})


@opens(to=PUBLIC, brings=True)
def arrival(request: Visit, key: UUID) -> HttpResponse:
    """One file that is on its way: how much is here, the next piece, the end of it."""
    acts = {
        "HEAD": lambda: _here(request, key),
        "PATCH": lambda: _received(request, key),
        "DELETE": lambda: _ended(request, key),
    }
    return answered(request, acts)


def _begun(visit: Visit) -> HttpResponse:
    by, at = holder(visit), visit.at
    one = actions.begin(said_of(visit), by=by, at=at, origin=origin_of(visit))
    response = HttpResponse(status=201)
    response["Location"] = reverse("portal:arrival", args=[one.pk])
    response["Upload-Expires"] = until(one.expires_at)
    if brings_a_piece(visit):
        offset = actions.receive(piece_of(visit, 0), key=one.pk, by=by, at=at)
        response["Upload-Offset"] = str(offset)
    return response


def _here(visit: Visit, key: UUID) -> HttpResponse:
    one = queries.arrival(key, by=holder(visit), at=visit.at)
    response = HttpResponse()
    response["Upload-Offset"] = str(queries.here(one))
    response["Upload-Length"] = str(one.size)
    response["Upload-Expires"] = until(one.expires_at)
    response["Cache-Control"] = "no-store"
    return response


def _received(visit: Visit, key: UUID) -> HttpResponse:
    by, at = holder(visit), visit.at
    one = queries.arrival(key, by=by, at=at)
    offset = actions.receive(piece_of(visit), key=key, by=by, at=at)
    headers = {"Upload-Offset": str(offset), "Upload-Expires": until(one.expires_at)}
    return HttpResponse(status=204, headers=headers)


def _ended(visit: Visit, key: UUID) -> HttpResponse:
    actions.end(key=key, by=holder(visit), at=visit.at)
    return HttpResponse(status=204)
