"""One file: the whole dossier as a single HTML page that asks for nothing."""

from dossier.exporting.one_file.export import export_html, export_one_file

__all__ = ["export_html", "export_one_file"]
