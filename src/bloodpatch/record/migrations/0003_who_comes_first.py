"""The list of episodes knows what is urgent, and each role that owes something."""

from typing import Any

from django.db import migrations

COLUMNS = ("urgency TEXT", "owners TEXT NOT NULL DEFAULT ''")


def add(apps: Any, schema_editor: Any) -> None:
    for column in COLUMNS:
        schema_editor.execute(f"ALTER TABLE record_episode ADD COLUMN {column}", params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0002_kept_protocols")]
    operations = [migrations.RunPython(add, elidable=False)]
