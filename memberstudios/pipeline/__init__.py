"""The steps of a build in order, and what can be kept from the last one."""
