"""The demo's patients: invented people at every place of the treatment, told from now.

`patients/*.toml` are case scripts with two differences. A table says who the patient is:

    [person]
    given = "Sofía"
    family = "Marín"
    born = 1992-01-30
    sex = "female"
    phone = "+1 801 555 0103"
    language = "es"

and every time counts from the moment at which the demo is filled: `clock = "-3 d 2 h"`,
`starts = "+45 min"`, and less exactly `punctured_at = "-3 d to the day"`. A place or a colleague
is written by its name in the demo ("bay-a", "nisha"), an earlier entry of the patient by the `id`
of its step. `told` makes an ordinary script of it, `filling` gives its steps to the record.
"""
