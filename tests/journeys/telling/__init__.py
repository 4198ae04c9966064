"""What is done in each part of the treatment, in the first person: `i` is whoever does it."""
