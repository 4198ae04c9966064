"""Assessment (T3): is it that headache, how bad is it, and is anything there that makes it not
harmless?

Pain is taken lying and upright; red flags are asked one by one; what was tried and examined is
recorded. Then a physician decides: a patch, care without one, another pathway. Looking again
after a day, or after a patch that did not hold, is an assessment too.
"""
