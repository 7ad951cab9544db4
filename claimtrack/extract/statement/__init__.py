"""A proposition as a claim: how it is put, when it was, and its sentence written out."""
