`vermilion read FILE… --json` tells every field of a paper with its certainty and place: of PDFs of any
program, of scans, of Office files, mails and archives; and why a file could not be read. New among the
fields: number and notation apart, place of issue, the day by which an answer is wanted, who else gets
the paper, its drafter and number of copies, and who else signed a joint paper. Text layers in TCVN3 (ABC)
and VNI are read as well, and noisy scans lose their specks before their words are recognised.
