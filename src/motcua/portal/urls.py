"""The residents' door. Nothing of a person stands in an address but what was made at random."""

from django.urls import path

from motcua.portal.views import (
    apply,
    confirm,
    files,
    home,
    life_events,
    mine,
    receipt,
    rehearsal,
    sign_in,
    supplement,
    track,
    verify,
)

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("p/<str:code>", home.procedure, name="procedure"),
    path("event/<slug:name>", life_events.event, name="event"),
    path("event/<slug:name>/need", life_events.need, name="need"),
    path("elsewhere/<slug:name>", life_events.elsewhere, name="elsewhere"),
    path("help", home.help_page, name="help"),
    path("robots.txt", home.robots, name="robots"),
    path("apply/<str:code>", apply.apply, name="apply"),
    path("kept/<uuid:key>", receipt.kept, name="kept"),
    path("confirm", confirm.confirm, name="confirm"),
    path("confirm/again", confirm.again, name="again"),
    path("phone", confirm.phone, name="phone"),
    path("receipt/<uuid:key>", receipt.receipt, name="receipt"),
    path("track", track.track, name="track"),
    path("d", track.draft, name="draft"),
    path("d/<uuid:key>", mine.go_on, name="continue"),
    path("sign-in", sign_in.enter, name="sign-in"),
    path("sign-out", sign_in.leave, name="sign-out"),
    path("mine", mine.mine, name="mine"),
    path("mine/<uuid:key>", mine.one, name="one"),
    path("mine/<uuid:key>/supplement", supplement.supplement, name="supplement"),
    path("mine/<uuid:key>/attach", supplement.attach, name="attach"),
    path("mine/<uuid:key>/again", mine.again, name="begin-again"),
    path("mine/<uuid:key>/withdraw", mine.withdraw, name="withdraw"),
    path("mine/<uuid:key>/file/<int:number>", files.file, name="file"),
    path("mine/<uuid:key>/paper/<uuid:number>", files.document, name="document"),
    path("v/<str:token>", verify.verify, name="verify"),
    path("rehearsal/messages", rehearsal.messages, name="messages"),
]
