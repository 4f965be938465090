"""Takes statements and attributes of a review from tables of Word, Excel and CSV files.

opening/ -> rows (theories, interventions, studies) -> plan -> apply
"""
