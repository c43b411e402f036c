Books say which papers were entered late by the working calendar (the day of arrival or the next working day; urgent ones at
once) and by how many days: on the page, in the printed register, as a filter and in the API. The doctor tells where arrivals
wait too long. Before, only papers of an earlier year were marked.
