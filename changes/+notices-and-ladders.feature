Notices: a centre that groups by paper and says why one was told, a bell, a matrix of what to be told of and how, with what is usual settled by each body, the mail of the day at one's own hour and in one's own language, papers that can be muted or watched.

Following up: reminders before deadlines, reminding by hand, where a matter stands still and why, a ladder of alarms for each urgency that a body may settle, and a duty list for nights and days of rest. Alarm, reading and registration are logged with their times.

`vermilion mail test`, `mail list` and `mail retry` look after letters; `VERMILION_NOTICES_DAYS` says how long notices are kept.
