"""The doors of the officers' side."""

from django.urls import path

from motcua.counter import chair, desk, dossier, files

app_name = "counter"
urlpatterns = [
    path("desk/", desk.home, name="home"),
    path("desk", desk.work_list, name="desk"),
    path("desk/search", desk.search, name="search"),
    path("desk/d/<uuid:dossier_id>", dossier.dossier, name="dossier"),
    path("desk/d/<uuid:dossier_id>/finish", dossier.finish, name="finish"),
    path("desk/d/<uuid:dossier_id>/do/<slug:verb>", dossier.act, name="act"),
    path("desk/d/<uuid:dossier_id>/file/<int:file_id>", files.file, name="file"),
    path("desk/d/<uuid:dossier_id>/paper/<slug:name>", files.paper, name="paper"),
    path("desk/d/<uuid:dossier_id>/documents", files.documents, name="documents"),
    path("desk/sign", chair.to_sign, name="to_sign"),
    path("desk/sign/batch", chair.sign_batch, name="sign_batch"),
    path("desk/sign/batch/<uuid:key>", chair.batch, name="batch"),
    path("desk/document/<uuid:document_id>", files.document, name="document"),
]
