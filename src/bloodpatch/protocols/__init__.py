"""The clinic's rules as data, read by doctors: `house`, `kaysville`, `multisociety`.

`house.toml` states every value; the other two state only what their source states and take the
rest from the house. `citations.toml` names the publications. `antithrombotics/` holds the drug
tables of which a clinic chooses one; none of their rows counts before a physician of the clinic has
confirmed it. Nothing here is code: the shape that these files must have, with its hard bounds, is
`bloodpatch.pathway.protocol.sections`, and `drug_table` beside it.

How sure a value is (`certainty`) follows how its source was read:

    verified        seen in the publication itself, its abstract or its official page
    secondary       seen in a copy or in somebody's summary
    derived         computed or put together here from values that were seen
    memory-high     from knowledge, not read; confidence high
    memory-medium   the same, confidence medium
    memory-low      the same, confidence low; or seen only in sources of low authority
    clinic          a choice of the clinic, or a proposal that awaits one; no evidence
"""
