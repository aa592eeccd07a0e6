"""Pictures: the timeline, the chart of a series, the card of a link; made without a browser."""
