from django.urls import path

from vermilion.web import gallery, shortlink_views, views

app_name = "web"

urlpatterns = [
    path("preferences/", views.choose, name="preferences"),
    path("s/<str:code>/", shortlink_views.short_link, name="short-link"),
    path("news/", views.news, name="news"),
    path("offline/", views.offline, name="offline"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("gallery/", gallery.components, name="gallery"),
    path("gallery/workbench/", gallery.workbench, name="gallery-workbench"),
    path("gallery/paper/", gallery.paper, name="gallery-paper"),
    path("gallery/plain/", gallery.plain, name="gallery-plain"),
    path("gallery/trouble/<int:number>/", gallery.trouble, name="gallery-trouble"),
]
