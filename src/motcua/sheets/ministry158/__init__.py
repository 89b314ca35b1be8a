"""The import template of the ministry's civil-status software, which officers call hộ tịch 158.

What a template looks like is data, ``packs/vn/ministry158/<book>.toml``; nothing here names a book.
"""
