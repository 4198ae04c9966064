"""THE DOORS: one package per kind of visitor; `ui` lies under the others, which never meet."""
