"""Customs brokers: the loads assigned to a firm, and their dossiers."""
