"""What a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bloodpatch.config.settings")
application = get_wsgi_application()

# After the application: the thread needs every app to be loaded.
from bloodpatch.config import background  # noqa: E402

background.start()
