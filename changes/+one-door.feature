A paper without a file is registered where everything else is: a twin in the book is shown while you type and joined with
one press, and what earlier papers taught is filled in. Programs enter, join and put aside arrivals by the API, and read
what is proposed for one (`/api/v1/arrivals/{number}/proposal`).
