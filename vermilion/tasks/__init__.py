"""A duty given to a unit or a person: taken in, returned with reason, reported done.

A task does not know what it is about; it keeps a typed reference.
"""
