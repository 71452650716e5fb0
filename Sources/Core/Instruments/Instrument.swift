// Reading forms.
