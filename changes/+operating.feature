One command brings an installation up and keeps it up; `doctor`, `backup` and `restore` look after it, and a restored
backup is proved by the doctor's deep look and by the log.
