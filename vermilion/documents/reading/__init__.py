"""Read a paper: what its layout says of number, date, issuer, type, abstract, signer and marks.

Pure decisions on lines of text, with their places where known. It opens no file and asks no
database; whatever it proposes is a guess with a certainty, for a person to confirm.
"""
