"""Tables of Word, Excel and CSV files to statements and attributes of a review.

opening/ -> rows (theories, interventions, studies) -> plan -> apply
"""
