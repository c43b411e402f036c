The organisation can be kept and read as of any day: bodies with their codes, units, posts, people, deputies, delegations
under Article 13 of Decree 30/2020 and circles of recipients. Administrators change their own branch, one act at a time or
by a sheet that is tried first and then applied whole. Three organisations can be planted: an office, a province, the country.
