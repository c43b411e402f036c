from django.urls import path

from vermilion.web import views

app_name = "web"

urlpatterns = [
    path("preferences/", views.choose, name="preferences"),
    path("offline/", views.offline, name="offline"),
]
