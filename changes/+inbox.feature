The inbox: everything that comes in lies in one list, already read, and is entered in the book with one key. Drop fifty
files at once, or let a watched folder (`VERMILION_WATCHED_FOLDER`), mails, archives and other systems bring them.
