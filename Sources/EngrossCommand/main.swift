import Engross

print(DocumentEncoder())
