"""The helpers' door: whom I help now, whom I helped, and to begin with somebody."""

from django.urls import path

from motcua.village import beginning, ending, home, voices

app_name = "village"
urlpatterns = [
    path("village/", home.home, name="home"),
    path("village/begin", beginning.begin, name="begin"),
    path("village/end", ending.end, name="end"),
    path("village/voices", voices.voices, name="voices"),
    path("village/voices/<str:code>/<slug:tongue>", voices.studio, name="studio"),
    path("village/voices/<str:code>/<slug:tongue>/<str:question>", voices.speak, name="speak"),
    path("village/recording/<int:recording>/<slug:verb>", voices.change, name="change-recording"),
]
