Who is away, until when and who stands in is entered once; whoever stands in acts for the absent person by name on those days alone.
