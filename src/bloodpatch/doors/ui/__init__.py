"""What the doors share: the look, the form fields, the wording of findings. No door's logic."""
