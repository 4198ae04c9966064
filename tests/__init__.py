"""The tests. A folder is a chapter: spec, cases, safety, property, contract, doors, tidy."""
