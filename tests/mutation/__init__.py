"""Whether the tests would notice a wrong rule: each rule is made wrong in turn.  make mutation"""
