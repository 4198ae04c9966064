"""Referral: where the patient comes from, the puncture, the headache."""
