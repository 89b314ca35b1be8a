"""The helpers' door: whom I help now, whom I helped, and to begin with somebody."""

from django.urls import path

from motcua.village import beginning, ending, home, out, voices

app_name = "village"
urlpatterns = [
    path("village/", home.home, name="home"),
    path("village/begin", beginning.begin, name="begin"),
    path("village/end", ending.end, name="end"),
    path("village/voices", voices.voices, name="voices"),
    path("village/voices/<str:code>/<slug:tongue>", voices.studio, name="studio"),
    path("village/voices/<str:code>/<slug:tongue>/<str:question>", voices.speak, name="speak"),
    path("village/recording/<int:recording>/<slug:verb>", voices.change, name="change-recording"),
    path("village/out", out.out, name="out"),
    path("village/out/take", out.take, name="out-take"),
    path("village/out/heard", out.heard, name="out-heard"),
    path("village/out/back", out.give_back, name="out-back"),
    path("village/out/call", out.call, name="out-call"),
    path("village/out/help", out.helped, name="out-help"),
]
