"""What has come in and stands in no book yet: the clerk's inbox, and the desk of registering.

Files dropped, scans, mails, archives, watched folders and machines all lead here. Each arrival
becomes a proposal, read out of its paper; the clerk confirms it, and the books take it over.
"""
