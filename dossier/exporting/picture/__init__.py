"""Pictures: the chart of a series as SVG and PNG, made without a browser."""
