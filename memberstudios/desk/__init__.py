"""What people do beside building: serve, and read what is wrong."""
