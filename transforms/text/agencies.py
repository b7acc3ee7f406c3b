"""The news agencies whose credit is named."""

# A credit by another is kept as the text has it.
AGENCIES = (
    "AFP", "AP", "Reuters", "PTI", "ANI", "IANS", "UPI", "DPA", "EFE", "ANSA", "TASS", "Xinhua", "Kyodo",
    "Yonhap", "Bernama", "APP", "Anadolu", "Interfax", "PA", "AAP", "Bloomberg",
)  # fmt: skip
# Any of them, for patterns.
AGENCY = "|".join(AGENCIES)
# Their names by what reports call them, in lower case.
SPELLED = {agency.lower(): agency for agency in AGENCIES} | {
    "agence france-presse": "AFP",
    "associated press": "AP",
    "the associated press": "AP",
    "thomson reuters": "Reuters",
    "press trust of india": "PTI",
}
