"""The paper chain: clearance sheet, cover letter, receipt and letters, and their signed pages."""
