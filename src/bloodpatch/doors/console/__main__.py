"""The same command, for a Python that has no scripts folder on its path."""

from bloodpatch.doors.console.main import main

if __name__ == "__main__":
    main()
