"""A physician's word on each row of a drug table. As with every signature here: the
database itself refuses to change one.
"""

from importlib import import_module
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

guards = import_module("bloodpatch.clinic.migrations.0002_guards")

TABLE = "clinic_confirmedrow"


def guard(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        # INSERT OR REPLACE would delete the row in its way without asking the other trigger.
        there = f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id)"
        for deed, when in (("update", ""), ("insert", there)):
            statement = guards.sqlite_guard(TABLE, deed, guards.ADDED_ONLY, when)
            schema_editor.execute(statement, params=None)
    else:
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_refuses BEFORE UPDATE ON {TABLE}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuses('{guards.ADDED_ONLY}')",
            params=None,
        )


class Migration(migrations.Migration):
    dependencies = [("clinic", "0003_signatures")]
    operations = [
        migrations.CreateModel(
            name="ConfirmedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_hash", models.CharField(max_length=64)),
                ("table", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clinic.clinic",
                    ),
                ),
                (
                    "physician",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["clinic", "row_hash"], name="words_on_a_row")],
            },
        ),
        migrations.RunPython(guard, elidable=False),
    ]
