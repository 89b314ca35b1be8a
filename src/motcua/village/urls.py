"""The helpers' door: whom I help now, whom I helped, and to begin with somebody."""

from django.urls import path

from motcua.village import beginning, ending, home

app_name = "village"
urlpatterns = [
    path("village/", home.home, name="home"),
    path("village/begin", beginning.begin, name="begin"),
    path("village/end", ending.end, name="end"),
]
