"""The console door: the `bloodpatch` command, for whoever runs the machine."""
