"""What every page shares: menu, language strip, errors, headers, filters. It knows no feature."""
