"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from motcua.project.whole import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
application = whole(get_wsgi_application())
