"""The tables of `oracle` beside the rules, vector by vector.

comparing      what a difference is, and how a grid is compared
agreed         where the evidence says two things and a clinic's choice stands
patients       the plain patients, built once and shared
one module for each room: how an input of its tables is told to the product, and what is asked
"""
