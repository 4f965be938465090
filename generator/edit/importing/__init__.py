"""Tables of Word, Excel and CSV files to statements and attributes of a review.

read (reading, word, spreadsheets) -> rows (theories, interventions) -> plan -> apply
"""
