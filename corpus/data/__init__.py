"""The data files of the package; README.md beside this says where each comes from."""
