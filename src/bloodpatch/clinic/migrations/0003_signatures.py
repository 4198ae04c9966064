"""Versions of a clinic's own, and the first of the two signatures that they need.

As with every signature here: the database itself refuses to change one.
"""

from importlib import import_module
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

guards = import_module("bloodpatch.clinic.migrations.0002_guards")

SIGNATURES = ("clinic_firstsignature", "clinic_protocolproposal")


def guard(apps: Any, schema_editor: Any) -> None:
    for table in SIGNATURES:
        schema_editor.execute(
            guards.sqlite_guard(table, "update", guards.ADDED_ONLY)
            if schema_editor.connection.vendor == "sqlite"
            else f"CREATE TRIGGER {table}_refuses BEFORE UPDATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuses('{guards.ADDED_ONLY}')",
            params=None,
        )


class Migration(migrations.Migration):

    dependencies = [
        ('clinic', '0002_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='FirstSignature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField()),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clinic.clinic')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='ProtocolProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('protocol', models.CharField(max_length=64)),
                ('version', models.CharField(max_length=32)),
                ('hash', models.CharField(max_length=64)),
                ('proposed_at', models.DateTimeField()),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='clinic.clinic')),
            ],
            options={
                'ordering': ('-id',),
                'constraints': [models.UniqueConstraint(fields=('clinic', 'hash'), name='proposal_once_a_version')],
            },
        ),
        migrations.RunPython(guard, elidable=False),
    ]
