"""The settings of the tests: the live ones, on a thrown-away folder, with a clock to own."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="bloodpatch-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["BLOODPATCH_DATA"] = _folder
for _name in ("BLOODPATCH_DATABASE_URL", "BLOODPATCH_ORIGIN", "BLOODPATCH_TIME_ZONE"):
    os.environ.pop(_name, None)

from bloodpatch.config import database  # noqa: E402
from bloodpatch.config.settings import *  # noqa: E402

CLOCK_MAY_BE_OWNED = True
# A file, as in a clinic: a database in memory would leave out the WAL.
DATABASES["default"]["TEST"] = {"NAME": os.path.join(_folder, "tests.sqlite3")}
# The second database of the contract suite; tools/postgres.py starts it.
_server = os.environ.get("BLOODPATCH_TEST_POSTGRES")
if _server:
    DATABASES["postgres"] = {
        **database.server(_server),
        "TEST": {"NAME": "bloodpatch_tests"},
        "CONN_MAX_AGE": 0,
    }
# Argon2 is slow on purpose, and its strength is not what these tests are about.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
